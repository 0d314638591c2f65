//! Names that contain commas: pieces that start with a space (R43d, R45b).

use super::record::is_cost;

/// Joins each piece that starts with a space to the piece before it, but for the first one.
/// Returns at most `most` names, and the number of the pieces in them.
pub(super) fn joined(pieces: &[&[u8]], most: usize) -> (Vec<Vec<u8>>, usize) {
    let mut names: Vec<Vec<u8>> = Vec::new();
    for (used, piece) in pieces.iter().enumerate() {
        if let Some(name) = names.last_mut().filter(|_| piece.starts_with(b" ")) {
            name.push(b',');
            name.extend_from_slice(piece);
        } else if names.len() == most {
            return (names, used);
        } else {
            names.push(piece.to_vec());
        }
    }
    (names, pieces.len())
}

/// Returns the fields of a head with all=2 in which the pieces of country, operator and region are
/// joined, if that puts a cost into the cost's slot (R43d). `country` is the index of the first
/// piece.
pub(super) fn with_joined_names(fields: &[&[u8]], country: usize) -> Option<Vec<Vec<u8>>> {
    let [cost, sender, status_name] = *fields.get(country + 3..country + 6)? else { return None };
    let has_moved = if cost.is_empty() { is_cost(sender) || is_cost(status_name) } else { !is_cost(cost) };
    if !has_moved {
        return None;
    }
    let (names, used) = joined(&fields[country..], 3);
    let rest = &fields[country + used..];
    // Sender, status_name and message follow the cost.
    if rest.len() < 4 || !is_cost(rest[0]) {
        return None;
    }
    let owned = |fields: &[&[u8]]| fields.iter().map(|field| field.to_vec()).collect::<Vec<_>>();
    Some([owned(&fields[..country]), names, owned(rest)].concat())
}

/// Borrows owned fields.
pub(super) fn borrowed(fields: &[Vec<u8>]) -> Vec<&[u8]> {
    fields.iter().map(Vec::as_slice).collect()
}
