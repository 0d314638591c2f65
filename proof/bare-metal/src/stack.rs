//! Measures how much of the stack a function takes: fills the stack with a pattern, runs the
//! function, and searches for the lowest byte that changed.

use core::hint::black_box;
use core::ptr::with_exposed_provenance_mut;

/// The number of bytes that are filled: more than any function takes, less than the machines have.
const REACH: usize = 24 << 10;

/// The distance between the frame of `stack_of` and the pattern.
const GAP: usize = 512;

const PAINT: u32 = 0x5aa5_c33c;

/// Runs a function, and returns how many bytes of the stack it took, rounded up to the gap and to
/// words.
#[inline(never)]
pub(crate) fn stack_of(work: impl FnOnce()) -> usize {
    let here = 0_u32;
    let top = (black_box(&raw const here).addr() - GAP) & !3;
    let words = || (top - REACH..top).step_by(4).map(with_exposed_provenance_mut::<u32>);
    for word in words() {
        // SAFETY: the stack grows down and is longer than this on every machine that this is built
        // for. Memory below the gap belongs to no frame: this function calls nothing that takes as
        // much, and no interrupt is enabled.
        unsafe { word.write_volatile(PAINT) };
    }
    work();
    // SAFETY: as above.
    let untouched = words().take_while(|word| unsafe { word.read_volatile() } == PAINT).count();
    let used = REACH - untouched * 4;
    if used == 0 { 0 } else { used + GAP }
}
