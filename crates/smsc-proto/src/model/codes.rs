//! The codes of a reply: open sets of numbers, most of which have names (R14, R35 to R38).

use core::fmt;

/// The language of a name or an explanation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lang {
    /// English, in this project's words.
    #[default]
    En,
    /// Russian, in the server's exact words where it has any.
    Ru,
    /// French, for the explanations of sms-outcome. The codes themselves have no French names.
    Fr,
}

/// A code with its names: one row of a code table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeName {
    /// The number on the wire.
    pub code: i32,
    /// The identifier for programs, such as `DELIVERED`: the name of the Rust constant, and of the
    /// constants in other languages.
    pub ident: &'static str,
    /// The English name.
    pub en: &'static str,
    /// The Russian name.
    pub ru: &'static str,
}

impl Lang {
    /// Every language, in the order of this enum.
    pub const ALL: &'static [Self] = &[Self::En, Self::Ru, Self::Fr];

    /// Returns the ISO 639 code of the language: `en`, `ru` or `fr`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Fr => "fr",
        }
    }

    /// Returns the language with this [`name`](Self::name), or `None` if there is none. The case of
    /// the letters matters.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.name() == name)
    }
}

impl CodeName {
    /// Returns the name in a language. Returns `None` for French, in which codes have no names.
    #[must_use]
    pub const fn title(&self, lang: Lang) -> Option<&'static str> {
        match lang {
            Lang::En => Some(self.en),
            Lang::Ru => Some(self.ru),
            Lang::Fr => None,
        }
    }
}

/// Returns the row of a table with this code.
fn find(table: &'static [CodeName], code: i32) -> Option<&'static CodeName> {
    table.iter().find(|row| row.code == code)
}

/// Declares a newtype over a number of the wire, constants for the known values, and a table of
/// their names.
macro_rules! open_code {
    (
        $(#[$doc:meta])* $Type:ident($repr:ty);
        $(#[$table_doc:meta])* $vis:vis $TABLE:ident;
        $( $CONST:ident = $code:literal, $en:literal, $ru:literal; )*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Type(pub $repr);

        impl $Type {
            $(
                #[doc = concat!("`", stringify!($code), "`: ", $en, " («", $ru, "»).")]
                pub const $CONST: Self = Self($code);
            )*

            $(#[$table_doc])*
            $vis const $TABLE: &'static [CodeName] = &[$(CodeName { code: $code, ident: stringify!($CONST), en: $en, ru: $ru }),*];
        }

        impl fmt::Display for $Type {
            /// Writes the number as on the wire.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

open_code! {
    /// The status of a message. Any 32-bit number is accepted; a number without a name is kept.
    ///
    /// ```
    /// use smsc_proto::{Lang, StatusCode};
    ///
    /// assert_eq!(StatusCode(20), StatusCode::UNDELIVERABLE);
    /// assert_eq!(StatusCode(20).name(Lang::Ru), Some("Невозможно доставить"));
    /// assert_eq!(StatusCode(77).name(Lang::En), None);
    /// ```
    StatusCode(i32);
    /// The statuses that have a name, in ascending order.
    pub TABLE;
    NOT_FOUND = -3, "Message not found", "Сообщение не найдено";
    STOPPED = -2, "Stopped", "Остановлено";
    WAITING = -1, "Waiting to be sent", "Ожидает отправки";
    HANDED_OVER = 0, "Handed to the operator", "Передано оператору";
    DELIVERED = 1, "Delivered", "Доставлено";
    READ = 2, "Read", "Прочитано";
    EXPIRED = 3, "Expired", "Просрочено";
    LINK_CLICKED = 4, "Link clicked", "Нажата ссылка";
    REPORTED_AS_SPAM = 6, "Reported as spam", "Отмечено как спам";
    UNDELIVERABLE = 20, "Cannot be delivered", "Невозможно доставить";
    WRONG_NUMBER = 22, "Wrong number", "Неверный номер";
    FORBIDDEN = 23, "Forbidden", "Запрещено";
    NO_MONEY = 24, "Not enough money", "Недостаточно средств";
    UNAVAILABLE_NUMBER = 25, "Unavailable number", "Недоступный номер";
}

open_code! {
    /// The reason why a message was not delivered: 0 to 2147483647; a number without a name is
    /// kept.
    ///
    /// The same number means one thing for messages to phones and another for e-mails, so
    /// [`name`](Self::name) takes an [`ErrScope`]. The constants are the values for SMS, calls and
    /// HLR.
    ///
    /// ```
    /// use smsc_proto::{ErrCode, ErrScope, Lang};
    ///
    /// let err = ErrCode(1);
    /// assert_eq!(err.name(ErrScope::Phone, Lang::En), Some("No such subscriber"));
    /// assert_eq!(err.name(ErrScope::Email, Lang::En), Some("No such addressee"));
    /// ```
    ErrCode(u32);
    /// The err values of SMS, calls and HLR that have a name, in ascending order.
    pub(self) PHONE_ERRS;
    NONE = 0, "No error", "Нет ошибки";
    NO_SUBSCRIBER = 1, "No such subscriber", "Абонент не существует";
    OFFLINE = 6, "Subscriber offline", "Абонент не в сети";
    NO_SERVICE = 11, "Service not connected", "Не подключена услуга";
    HANDSET = 12, "Error in the subscriber's handset", "Ошибка в телефоне абонента";
    BLOCKED = 13, "Subscriber blocked", "Абонент заблокирован";
    UNSUPPORTED = 21, "Service not supported", "Нет поддержки сервиса";
    VIRTUAL = 200, "Virtual send", "Виртуальная отправка";
    SIM_REPLACED = 219, "SIM card replaced", "Замена sim-карты";
    QUEUE_FULL = 220, "Operator's queue full", "Переполнена очередь у оператора";
    NO_ANSWER = 237, "Subscriber does not answer", "Абонент не отвечает";
    NO_TEMPLATE = 238, "No template", "Нет шаблона";
    FORBIDDEN_IP = 239, "Forbidden IP address", "Запрещенный ip-адрес";
    BUSY = 240, "Subscriber busy", "Абонент занят";
    CONVERSION = 241, "Conversion failed", "Ошибка конвертации";
    ANSWERING_MACHINE = 242, "Answering machine", "Зафиксирован автоответчик";
    NO_CONTRACT = 243, "No contract", "Не заключен договор";
    BULK_FORBIDDEN = 244, "Bulk sending forbidden", "Рассылка запрещена";
    NO_STATUS = 245, "No status received", "Статус не получен";
    OUTSIDE_HOURS = 246, "Outside the allowed hours", "Ограничение по времени";
    DAILY_LIMIT = 247, "Message limit exceeded", "Превышен лимит сообщений";
    NO_ROUTE = 248, "No route", "Нет маршрута";
    NUMBER_FORMAT = 249, "Wrong number format", "Неверный формат номера";
    EXCLUDED_BY_SETTINGS = 250, "Number forbidden by settings", "Номер запрещен настройками";
    NUMBER_LIMIT = 251, "Limit for one number exceeded", "Превышен лимит на один номер";
    NUMBER_FORBIDDEN = 252, "Number forbidden", "Номер запрещен";
    SPAM_FILTER = 253, "Forbidden by the spam filter", "Запрещено спам-фильтром";
    SENDER_NOT_REGISTERED = 254, "Sender ID not registered", "Незарегистрированный sender id";
    REJECTED = 255, "Rejected by the operator", "Отклонено оператором";
}

/// Creates a row of `EMAIL_ERRS`.
const fn row(code: i32, ident: &'static str, en: &'static str, ru: &'static str) -> CodeName {
    CodeName { code, ident, en, ru }
}

/// The err values of e-mail that have a name, in ascending order.
const EMAIL_ERRS: &[CodeName] = &[
    row(0, "NONE", "No error", "Нет ошибки"),
    row(1, "NO_ADDRESSEE", "No such addressee", "Адресат не существует"),
    row(2, "MAILBOX_FULL", "Mailbox full", "Переполнен почтовый ящик"),
    row(3, "NO_SERVER", "Recipient's server not found", "Сервер получателя не найден"),
    row(4, "MAILBOX_BLOCKED", "Mailbox blocked", "Почтовый ящик заблокирован"),
    row(239, "FORBIDDEN_IP", "Forbidden IP address", "Запрещенный ip-адрес"),
    row(245, "NO_STATUS", "No status received", "Статус не получен"),
    row(248, "NO_ROUTE", "No route", "Нет маршрута"),
    row(249, "ADDRESS_FORMAT", "Wrong address format", "Неверный формат адреса"),
    row(252, "ADDRESS_FORBIDDEN", "E-mail address forbidden", "E-mail адрес запрещен"),
    row(253, "SPAM_FILTER", "Forbidden by the spam filter", "Запрещено спам-фильтром"),
    row(254, "SENDER_NOT_REGISTERED", "Sender not registered", "Незарегистрированный отправитель"),
    row(255, "REJECTED", "Rejected by the recipient's server", "Отклонено сервером получателя"),
];

impl ErrCode {
    /// Returns the named codes of a scope, in ascending order.
    #[must_use]
    pub const fn table(scope: ErrScope) -> &'static [CodeName] {
        match scope {
            ErrScope::Phone => Self::PHONE_ERRS,
            ErrScope::Email => EMAIL_ERRS,
        }
    }

    /// Returns the name of the code in a scope and a language. Returns `None` if the number has no
    /// name there; codes have no French names.
    #[must_use]
    pub fn name(self, scope: ErrScope, lang: Lang) -> Option<&'static str> {
        find(Self::table(scope), i32::try_from(self.0).ok()?)?.title(lang)
    }
}

/// The table that an [`ErrCode`] belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ErrScope {
    /// SMS, calls, HLR and everything else that is sent to a phone.
    #[default]
    Phone,
    /// E-mail.
    Email,
}

open_code! {
    /// The number of an API error: the reason why the server rejected a request. 0 to 2147483647; a
    /// number without a name is kept.
    ///
    /// The meaning of a number depends on the [`Endpoint`](crate::Endpoint) (R61). The names are
    /// those of status.php, and for 3, 6, 7 and 8, which status.php does not return, of send.php.
    ApiErrorCode(u32);
    /// The error numbers that have a name, in ascending order.
    pub TABLE;
    PARAMETERS = 1, "Error in the parameters", "Ошибка в параметрах";
    AUTHORISATION = 2, "Wrong login or password", "Неверный логин или пароль";
    NO_MONEY = 3, "Not enough money on the account", "Недостаточно средств на счете Клиента";
    IP_BLOCKED = 4, "IP address temporarily blocked", "IP-адрес временно заблокирован";
    DELETION = 5, "Deletion failed", "Ошибка удаления сообщения";
    MESSAGE_FORBIDDEN = 6, "Message forbidden (by text or sender)", "Сообщение запрещено (по тексту или по имени отправителя)";
    NUMBER_FORMAT = 7, "Wrong phone number format", "Неверный формат номера телефона";
    UNDELIVERABLE = 8, "Cannot be delivered to this number", "Сообщение на указанный номер не может быть доставлено";
    TOO_MANY_REQUESTS = 9, "Too many requests", "Слишком много запросов";
}

open_code! {
    /// The type of a message: 0 to 255; a number without a name is kept.
    MessageType(u8);
    /// The types that have a name, in ascending order.
    pub TABLE;
    SMS = 0, "SMS", "SMS";
    FLASH = 1, "flash SMS", "flash-SMS";
    BINARY = 2, "binary SMS", "бинарное SMS";
    WAP_PUSH = 3, "WAP push", "WAP-push";
    HLR = 4, "HLR", "HLR-запрос";
    PING = 5, "ping SMS", "ping-SMS";
    MMS = 6, "MMS", "MMS";
    CALL = 7, "call", "звонок";
    EMAIL = 8, "e-mail", "e-mail";
    VIBER = 10, "Viber", "Viber";
    SOCIAL = 12, "social networks", "соцсети";
}

impl StatusCode {
    /// Returns the name of the status in a language. Returns `None` if the number has no name;
    /// codes have no French names.
    #[must_use]
    pub fn name(self, lang: Lang) -> Option<&'static str> {
        find(Self::TABLE, self.0)?.title(lang)
    }
}

impl ApiErrorCode {
    /// Returns the name of the error in a language. Returns `None` if the number has no name; codes
    /// have no French names.
    #[must_use]
    pub fn name(self, lang: Lang) -> Option<&'static str> {
        find(Self::TABLE, i32::try_from(self.0).ok()?)?.title(lang)
    }
}

impl MessageType {
    /// Returns the type with this identifier, the [`CodeName::ident`] of a row of
    /// [`TABLE`](Self::TABLE), or `None` if there is none. Upper and lower case, and hyphens and
    /// underscores, are equal.
    ///
    /// ```
    /// use smsc_proto::MessageType;
    ///
    /// assert_eq!(MessageType::from_name("wap-push"), Some(MessageType::WAP_PUSH));
    /// assert_eq!(MessageType::from_name("WAP_PUSH"), Some(MessageType::WAP_PUSH));
    /// assert_eq!(MessageType::from_name("telegram"), None);
    /// ```
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        let fold = |byte: u8| if byte == b'-' { b'_' } else { byte.to_ascii_uppercase() };
        let row = Self::TABLE.iter().find(|row| row.ident.bytes().eq(word.bytes().map(fold)))?;
        u8::try_from(row.code).ok().map(Self)
    }

    /// Returns the name of the type in a language. Returns `None` if the number has no name; codes
    /// have no French names.
    #[must_use]
    pub fn name(self, lang: Lang) -> Option<&'static str> {
        find(Self::TABLE, i32::from(self.0))?.title(lang)
    }
}
