//! The parameter `cost` of send.php (R60, R62).

/// The mode of a request to send.php: the number in its parameter `cost`. It decides what the
/// values of the reply mean, so a reply is parsed with it (R60).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CostMode {
    /// `cost=0`: send, and reply without a cost.
    #[default]
    Send = 0,
    /// `cost=1`: send nothing, and reply with the price.
    PriceOnly = 1,
    /// `cost=2`: send, and reply with the cost.
    WithCost = 2,
    /// `cost=3`: send, and reply with the cost and the balance after it.
    WithBalance = 3,
}

impl CostMode {
    /// Returns the number of the request's `cost`: 0 to 3.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Send => 0,
            Self::PriceOnly => 1,
            Self::WithCost => 2,
            Self::WithBalance => 3,
        }
    }
}

impl TryFrom<u8> for CostMode {
    type Error = u8;

    /// Returns the mode with this number.
    ///
    /// # Errors
    ///
    /// Returns the number if there is no such `cost`.
    fn try_from(number: u8) -> Result<Self, u8> {
        match number {
            0 => Ok(Self::Send),
            1 => Ok(Self::PriceOnly),
            2 => Ok(Self::WithCost),
            3 => Ok(Self::WithBalance),
            _ => Err(number),
        }
    }
}
