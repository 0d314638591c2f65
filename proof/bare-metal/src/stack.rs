//! How much of the stack something takes: paint it, let it run, and see how far down the paint is gone.

use core::hint::black_box;
use core::ptr::with_exposed_provenance_mut;

/// How far down is painted: more than anything takes, less than the machines have.
const REACH: usize = 24 << 10;

/// Between this function's frame and the paint.
const GAP: usize = 512;

const PAINT: u32 = 0x5aa5_c33c;

/// Runs something, and gives how many bytes of the stack it took, rounded up to the gap and to words.
#[inline(never)]
pub(crate) fn stack_of(work: impl FnOnce()) -> usize {
    let here = 0_u32;
    let top = (black_box(&raw const here).addr() - GAP) & !3;
    let words = || (top - REACH..top).step_by(4).map(with_exposed_provenance_mut::<u32>);
    for word in words() {
        // SAFETY: the stack grows down and reaches further than this on every machine that this is built for; what lies below the gap belongs to no frame, as
        // this function calls nothing that goes so deep, and no interrupt is on.
        unsafe { word.write_volatile(PAINT) };
    }
    work();
    // SAFETY: as above.
    let untouched = words().take_while(|word| unsafe { word.read_volatile() } == PAINT).count();
    let used = REACH - untouched * 4;
    if used == 0 { 0 } else { used + GAP }
}
