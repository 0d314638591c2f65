//! Requests to the service over the loopback.

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Sends a request to a new server, and returns the status line and the body of its response.
async fn send(head: &str, body: &[u8]) -> (String, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, example_service::app()).await });
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("{head} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
    stream.write_all(&[head.as_bytes(), body].concat()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    (head.lines().next().unwrap().to_owned(), body.to_owned())
}

#[tokio::test]
async fn a_batch_is_decoded() {
    let batch = include_bytes!("../../batch.txt");
    let (status, body) = send("POST /decode?fmt=1&all=2&multi=true&lang=ru", batch).await;
    assert_eq!(status, "HTTP/1.1 200 OK");
    let lines: Vec<Value> = serde_json::from_str(&body).unwrap();
    assert_eq!(lines.len(), 10);
    assert_eq!((&lines[0]["id"], &lines[0]["meaning"]["state"]), (&101.into(), &"delivered".into()));
    assert_eq!(lines[3]["meaning"]["title"], "Абонент не существует");
}

#[tokio::test]
async fn what_is_no_reply_is_an_error_with_a_hint() {
    let (status, body) = send("POST /decode?fmt=3", b"1,1760080210,0").await;
    assert_eq!(status, "HTTP/1.1 422 Unprocessable Entity");
    assert_eq!(body, "byte 0: not an fmt=3 reply: the body looks like fmt 1; pass fmt=1: the body has values between commas");
    assert_eq!(send("POST /decode?fmt=7", b"").await.0, "HTTP/1.1 400 Bad Request");
    let (_, body) = send("POST /decode", b"0,-9").await;
    assert!(body.contains("Too many requests"), "{body}");
}

#[tokio::test]
async fn codes_are_explained() {
    let (status, body) = send("GET /explain?status=20&err=1", b"").await;
    let meaning: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status.as_str(), &meaning["title"]), ("HTTP/1.1 200 OK", &"No such subscriber".into()));
}
