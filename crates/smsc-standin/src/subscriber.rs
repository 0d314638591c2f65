//! The subscriber that an HLR request finds.
//!
//! A phone that ends in `4001` is in Turkey, any other at home. Nothing is known of a phone that was
//! not reached, or whose network the stand-in does not know.

use crate::numbers::Network;

/// The HLR fields of a phone; each is empty if it is not known.
#[derive(Default)]
pub(crate) struct Subscriber {
    pub(crate) imsi: String,
    pub(crate) msc: String,
    pub(crate) mcc: &'static str,
    pub(crate) mnc: &'static str,
    pub(crate) cn: &'static str,
    pub(crate) net: &'static str,
    pub(crate) rcn: &'static str,
    pub(crate) rnet: &'static str,
}

impl Subscriber {
    /// Returns the subscriber of a phone, which was reached or not.
    pub(crate) fn of(phone: &str, is_reached: bool) -> Self {
        let Some(network) = Network::of(phone).filter(|_| is_reached) else { return Self::default() };
        let number = phone.get(phone.len().saturating_sub(10)..).unwrap_or(phone);
        let home = Self {
            imsi: format!("{}{number:0>10}", network.mccmnc),
            msc: format!("{:0<11}", network.prefix),
            mcc: network.mcc(),
            mnc: network.mnc(),
            cn: network.country,
            net: network.operator,
            rcn: "",
            rnet: "",
        };
        if phone.ends_with("4001") {
            return Self { msc: "905300000000".to_owned(), rcn: "Turkey", rnet: "Turkcell", ..home };
        }
        home
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscriber_is_at_home_or_abroad() {
        let home = Subscriber::of("79161234567", true);
        assert_eq!((&*home.imsi, &*home.msc, home.mnc, home.rcn), ("250019161234567", "79160000000", "01", ""));
        let abroad = Subscriber::of("79161234001", true);
        assert_eq!((&*abroad.msc, abroad.net, abroad.rnet), ("905300000000", "МТС", "Turkcell"));
        for unknown in [Subscriber::of("79161234567", false), Subscriber::of("4412345", true)] {
            assert_eq!((&*unknown.imsi, unknown.mcc, unknown.cn), ("", "", ""));
        }
    }
}
