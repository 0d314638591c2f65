//! The names of months and days, and the units of times.

super::texts! {
    MONTHS "January February March April May June July August September October November December" "января февраля марта апреля мая июня июля августа сентября октября ноября декабря" "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
    MONTHS_ALONE "January February March April May June July August September October November December" "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь" "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
    MONTHS_SHORT "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec" "01 02 03 04 05 06 07 08 09 10 11 12" "01 02 03 04 05 06 07 08 09 10 11 12";
    WEEKDAYS "Monday Tuesday Wednesday Thursday Friday Saturday Sunday" "понедельник вторник среда четверг пятница суббота воскресенье" "lundi mardi mercredi jeudi vendredi samedi dimanche";
    WEEKDAYS_SHORT "Mon Tue Wed Thu Fri Sat Sun" "Пн Вт Ср Чт Пт Сб Вс" "lun. mar. mer. jeu. ven. sam. dim.";
    DATE "{day} {month} {year}" "{day} {month} {year} г." "{day} {month} {year}";
    DATE_SHORT "{day} {month}" "{day}.{month}" "{day}/{month}";
    DATE_CELL "{day} {month} {year}" "{day}.{month}.{year}" "{day}/{month}/{year}";
    DATE_TIME "{date}, {time}" "{date}, {time}" "{date} à {time}";
    SECONDS "{n}\u{a0}s" "{n}\u{a0}с" "{n}\u{a0}s";
    MINUTES "{n}\u{a0}min" "{n}\u{a0}мин" "{n}\u{a0}min";
    HOURS "{n}\u{a0}h" "{n}\u{a0}ч" "{n}\u{a0}h";
    DAYS "{n}\u{a0}d" "{n}\u{a0}д" "{n}\u{a0}j";
}
