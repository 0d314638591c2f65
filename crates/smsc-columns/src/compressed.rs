//! Compressed replies: gzip and zstd, by their first bytes.

use std::io::{self, BufRead as _, BufReader, Chain, Cursor, ErrorKind, Read};

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

/// The first bytes of a file by gzip, and of one by zstd.
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

type Stream = Box<dyn Read + Send>;
/// A stream whose first bytes were read before.
type Whole = BufReader<Chain<Cursor<Vec<u8>>, Stream>>;
type Frame = StreamingDecoder<Whole, FrameDecoder>;

/// Returns the decompressed stream, or the stream itself if it is not compressed: no reply starts
/// like a compressed file.
pub(crate) fn decompressed(mut stream: Stream) -> io::Result<Stream> {
    let mut start = Vec::new();
    stream.by_ref().take(4).read_to_end(&mut start)?;
    let (is_gzip, is_zstd) = (start.starts_with(GZIP), start == ZSTD);
    let whole = Cursor::new(start).chain(stream);
    Ok(match (is_gzip, is_zstd) {
        (true, _) => Box::new(MultiGzDecoder::new(whole)),
        (_, true) => Box::new(Frames { frame: Some(frame(BufReader::new(whole))?) }),
        _ => Box::new(whole),
    })
}

/// The frames of a file by zstd, one after the other: the decoder knows one.
struct Frames {
    /// The frame that is read; `None` at the end.
    frame: Option<Frame>,
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(frame) = &mut self.frame {
            let count = frame.read(buffer)?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            let ended = self.frame.take().map(StreamingDecoder::into_inner);
            if let Some(mut rest) = ended
                && !rest.fill_buf()?.is_empty()
            {
                self.frame = Some(self::frame(rest)?);
            }
        }
        Ok(0)
    }
}

fn frame(stream: Whole) -> io::Result<Frame> {
    StreamingDecoder::new(stream).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}
