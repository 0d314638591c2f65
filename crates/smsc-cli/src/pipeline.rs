//! Two threads that do the same work by turns.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, available_parallelism, scope};

/// A thread's place in a ring: what there is one of comes from one side, and is passed on to the other.
pub(crate) struct Turn<T> {
    from: Receiver<T>,
    to: Sender<T>,
}

impl<T> Turn<T> {
    /// Waits until it is this thread's turn; `None` if the other one has ended.
    pub(crate) fn wait(&self) -> Option<T> {
        self.from.recv().ok()
    }

    /// Gives it to the other thread; if that has ended, this was the last turn.
    pub(crate) fn pass(&self, it: T) {
        let _ = self.to.send(it);
    }

    /// A ring of one, in which it comes back.
    fn alone(first: T) -> Self {
        let (to, from) = channel();
        let place = Self { from, to };
        place.pass(first);
        place
    }

    /// A ring of two, which begins at the first.
    fn both(first: T) -> (Self, Self) {
        let ((to_first, from_second), (to_second, from_first)) = (channel(), channel());
        let _ = to_first.send(first);
        (Self { from: from_second, to: to_second }, Self { from: from_first, to: to_first })
    }
}

/// Does the work on two threads, between which two things go round; where there is one processor, or no thread can be begun, on one.
pub(crate) fn pipeline<A: Send, B: Send>((first, second): (A, B), work: impl Fn(Turn<A>, Turn<B>) + Sync) {
    let has_two = available_parallelism().is_ok_and(|count| count.get() > 1);
    let work = &work;
    scope(|scope| {
        let (give, places) = channel();
        let other = || {
            Builder::new().spawn_scoped(scope, move || {
                if let Ok((first, second)) = places.recv() {
                    work(first, second);
                }
            })
        };
        if has_two && other().is_ok() {
            let ((first, their_first), (second, their_second)) = (Turn::both(first), Turn::both(second));
            let _ = give.send((their_first, their_second));
            work(first, second);
        } else {
            work(Turn::alone(first), Turn::alone(second));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts to ten by turns.
    fn count(numbers: &Turn<u32>, taken: &Turn<Vec<u32>>) {
        while let Some(number) = numbers.wait().filter(|number| *number < 10) {
            numbers.pass(number + 1);
            let Some(mut all) = taken.wait() else { break };
            all.push(number);
            taken.pass(all);
        }
    }

    #[test]
    fn turns_keep_their_order() {
        let seen = std::sync::Mutex::new(Vec::new());
        pipeline((0, Vec::new()), |numbers, taken| {
            count(&numbers, &taken);
            seen.lock().unwrap().extend(taken.wait());
        });
        assert_eq!(seen.into_inner().unwrap().pop().unwrap(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
