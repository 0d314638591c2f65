//! Two threads that do the same work and take turns with shared values.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, available_parallelism, scope};

/// One thread's side of a value that two threads take turns to own.
pub(crate) struct Turn<T> {
    from: Receiver<T>,
    to: Sender<T>,
}

impl<T> Turn<T> {
    /// Waits for this thread's turn and returns the value. Returns `None` if the other thread has
    /// ended.
    pub(crate) fn wait(&self) -> Option<T> {
        self.from.recv().ok()
    }

    /// Passes the value to the other thread. If that thread has ended, the value is dropped.
    pub(crate) fn pass(&self, value: T) {
        let _ = self.to.send(value);
    }

    /// Creates the only side: a value that is passed comes back on the next turn.
    fn alone(value: T) -> Self {
        let (to, from) = channel();
        let turn = Self { from, to };
        turn.pass(value);
        turn
    }

    /// Creates both sides; the first side has the first turn.
    fn both(value: T) -> (Self, Self) {
        let ((to_first, from_second), (to_second, from_first)) = (channel(), channel());
        let _ = to_first.send(value);
        (Self { from: from_second, to: to_second }, Self { from: from_first, to: to_first })
    }
}

/// Runs `work` on two threads, which take turns with each of two values. Runs it on the calling
/// thread alone if there is one processor or no thread can be started.
pub(crate) fn pipeline<A: Send, B: Send>((first, second): (A, B), work: impl Fn(Turn<A>, Turn<B>) + Sync) {
    let has_two = available_parallelism().is_ok_and(|count| count.get() > 1);
    let work = &work;
    scope(|scope| {
        let (sender, receiver) = channel();
        let other = || {
            Builder::new().spawn_scoped(scope, move || {
                if let Ok((first, second)) = receiver.recv() {
                    work(first, second);
                }
            })
        };
        if has_two && other().is_ok() {
            let ((first, other_first), (second, other_second)) = (Turn::both(first), Turn::both(second));
            let _ = sender.send((other_first, other_second));
            work(first, second);
        } else {
            work(Turn::alone(first), Turn::alone(second));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts to ten, with each number on the thread that has the turn.
    fn count(numbers: &Turn<u32>, lists: &Turn<Vec<u32>>) {
        while let Some(number) = numbers.wait().filter(|number| *number < 10) {
            numbers.pass(number + 1);
            let Some(mut list) = lists.wait() else { break };
            list.push(number);
            lists.pass(list);
        }
    }

    #[test]
    fn values_are_passed_in_order() {
        let seen = std::sync::Mutex::new(Vec::new());
        pipeline((0, Vec::new()), |numbers, lists| {
            count(&numbers, &lists);
            seen.lock().unwrap().extend(lists.wait());
        });
        assert_eq!(seen.into_inner().unwrap().pop().unwrap(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
