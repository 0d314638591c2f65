//! The names, the issuer and the end of a certificate.

use visible_text::Visible;
use x509_cert::Certificate;
use x509_cert::der::Decode as _;
use x509_cert::ext::pkix::SubjectAltName;
use x509_cert::ext::pkix::name::GeneralName;

use crate::lang::fill;

/// Describes a certificate, given in DER. Returns `None` if it cannot be read.
pub(super) fn describe(der: &[u8]) -> Option<String> {
    let certificate = Certificate::from_der(der).ok()?.tbs_certificate;
    let names: Vec<_> = match certificate.get::<SubjectAltName>() {
        Ok(Some((_, SubjectAltName(names)))) => names.iter().filter_map(name).collect(),
        _ => vec![certificate.subject.to_string()],
    };
    let end = certificate.validity.not_after.to_date_time();
    let end = format!("{:04}-{:02}-{:02}", end.year(), end.month(), end.day());
    let (names, issuer) = (names.join(", "), certificate.issuer.to_string());
    Some(fill("certificate for {0}; issued by {1}; valid until {2}", &[&Visible(&names), &Visible(&issuer), &end]))
}

fn name(name: &GeneralName) -> Option<String> {
    match name {
        GeneralName::DnsName(name) => Some(name.to_string()),
        GeneralName::IpAddress(address) => match address.as_bytes() {
            [a, b, c, d] => Some(format!("{a}.{b}.{c}.{d}")),
            bytes => Some(std::net::Ipv6Addr::from(<[u8; 16]>::try_from(bytes).ok()?).to_string()),
        },
        _ => None,
    }
}
