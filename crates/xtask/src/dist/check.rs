//! Trying the artefacts.
use std::path::Path;

use crate::run::Step;

pub(super) fn steps(dist: &Path) -> Vec<Step> {
    let dist = dist.to_owned();
    vec![Step::check("sums", move || super::sums::check(&dist))]
}
