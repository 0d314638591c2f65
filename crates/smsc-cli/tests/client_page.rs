//! docs/client.md: its first example, and its configuration.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;

use std::path::Path;
use std::process::Command;

use standin::{Home, Standin};

#[test]
fn the_first_example_prints_what_the_page_shows() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/client.md")).unwrap();
    let (_, rest) = page.split_once("```sh\n").unwrap();
    let (commands, rest) = rest.split_once("```").unwrap();
    let expected = rest.split_once("```text\n").unwrap().1.split_once("```").unwrap().0;
    // The port of the page may be taken.
    let home = Home::new();
    let free = Standin::start(&home, "", &[]).address().to_owned();
    let commands = commands.replace("127.0.0.1:8125", &free).replace("smsc serve", &format!("smsc serve --listen {free}"));
    let folder = Path::new(env!("CARGO_BIN_EXE_smsc")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command
        .args(["-m", "-c", &commands])
        .env("PATH", path)
        .env("HOME", home.path(""))
        .env("LC_ALL", "C")
        .current_dir(home.path(""));
    for name in ["SMSC_APIKEY", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_configuration_of_the_page_is_accepted() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/client.md")).unwrap();
    let config = page.split_once("```toml\n").unwrap().1.split_once("```").unwrap().0;
    let home = Home::new();
    let standin = Standin::start(&home, "", &[]);
    let config = config.replace("secret-tool lookup service smsc", "echo s3cret").replace("\"shop\"", "\"l0gin\"");
    home.write(".config/smsc/config.toml", &config.replace("cacert", "# cacert"));
    let output = home.without_login(&standin.args(&["balance", "--json"])).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("1000.00"));
}

#[test]
fn the_programs_of_the_page_are_those_of_the_libraries() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |file: &str| std::fs::read_to_string(root.join(file)).unwrap();
    let page = read("docs/client.md");
    let readmes = [("rust", "crates/smsc-client"), ("python", "bindings/python"), ("php", "bindings/php/client")];
    for (language, folder) in readmes {
        let program = page.split_once(&format!("```{language}\n")).unwrap().1.split_once("```").unwrap().0;
        // The tests of each library run what its README shows.
        assert!(read(&format!("{folder}/README.md")).contains(program), "{program}");
    }
}
