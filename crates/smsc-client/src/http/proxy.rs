//! The name of a proxy in errors.

use ureq::{Proxy, ProxyProtocol};

/// Returns the name of the proxy that a URL is asked through, or `None` if it is asked directly.
pub(super) fn name_for(proxy: &Proxy, url: &str) -> Option<String> {
    let is_excepted = url.parse().is_ok_and(|uri| proxy.is_no_proxy(&uri));
    (!is_excepted).then(|| name(proxy))
}

/// Returns the scheme, the host and the port of a proxy, without its credentials.
pub(super) fn name(proxy: &Proxy) -> String {
    let scheme = match proxy.protocol() {
        ProxyProtocol::Http => "http",
        ProxyProtocol::Https => "https",
        ProxyProtocol::Socks4 => "socks4",
        ProxyProtocol::Socks4A => "socks4a",
        ProxyProtocol::Socks5 => "socks5",
        ProxyProtocol::Socks5h => "socks5h",
        _ => "proxy",
    };
    format!("{scheme}://{}:{}", proxy.host(), proxy.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_named_without_its_credentials() {
        let proxy = Proxy::new("http://k3y:s3cret@proxy.example:3128").unwrap();
        assert_eq!(name(&proxy), "http://proxy.example:3128");
        assert_eq!(name_for(&proxy, "https://smsc.ru/sys/status.php").as_deref(), Some("http://proxy.example:3128"));
    }
}
