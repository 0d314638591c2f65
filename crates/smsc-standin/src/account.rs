//! The account that a request is for.

use md5::{Digest as _, Md5};

use crate::hex::hex;
use crate::params::Params;
use crate::scenario::Account;

/// Returns the index of the account whose credentials these parameters have.
pub(crate) fn find(accounts: &[Account], params: &Params) -> Option<usize> {
    if let Some(key) = params.bytes("apikey") {
        return accounts.iter().position(|account| !account.apikey.is_empty() && account.apikey.as_bytes() == key);
    }
    let (login, psw) = (params.bytes("login")?, params.bytes("psw")?);
    accounts.iter().position(|account| account.login.as_bytes() == login && is_password(account, psw))
}

/// Returns whether this is the password, or its MD5 in lower-case digits.
fn is_password(account: &Account, psw: &[u8]) -> bool {
    psw == account.psw.as_bytes() || psw == hex(&Md5::digest(account.psw.as_bytes())).as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Request;

    #[test]
    fn a_password_a_hash_or_a_key_is_accepted() {
        let accounts = [
            Account { login: "a".to_owned(), psw: "secret".to_owned(), ..Account::default() },
            Account { login: "b".to_owned(), apikey: "key".to_owned(), ..Account::default() },
        ];
        let found = |form: &str| find(&accounts, &Params::of(&Request::post("", form.as_bytes())));
        assert_eq!([found("login=a&psw=secret"), found("apikey=key"), found("apikey=key&login=a")], [Some(0), Some(1), Some(1)]);
        // md5 of `secret`.
        assert_eq!(found("login=a&psw=5ebe2294ecd0e0f08eab7690d2a6ee69"), Some(0));
        assert_eq!([found("login=a&psw=x"), found("login=a"), found("apikey="), found("apikey=x"), found("")], [None; 5]);
    }
}
