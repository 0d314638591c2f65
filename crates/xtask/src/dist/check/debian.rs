//! Debian's packages, and the archives for C and PHP, each in a fresh Debian.

use std::path::Path;

use super::super::{c, pecl, version};
use super::root::Root;
use super::{compare, examples};
use crate::run::{self, read};

/// The files that a program in C needs.
const COMPILER: &str = "gcc libc6-dev pkg-config";

/// A program that finds the library with `CMake`.
const CMAKE: &str = "cmake_minimum_required(VERSION 3.18)
project(start C)
find_package(smsc_proto REQUIRED)
add_executable(start examples/c/start.c)
target_link_libraries(start smsc_proto::smsc_proto)
";

/// The project in PHP that requires the Composer packages, as docs/install.md says. Without the repository of
/// the network, Composer fails if a package needs anything of it.
const COMPOSER: &str = r#"{
    "repositories": [{ "type": "artifact", "url": "/artifacts" }, { "packagist.org": false }],
    "require": { "smsc-proto/client": "*", "smsc-proto/polyfill": "*" }
}
"#;

/// Loads the classes of the Composer packages.
const COMPOSED: &str = "require '/app/vendor/autoload.php';\n";

/// Loads the classes of the client without Composer, as its composer.json says.
pub(super) const CLIENT: &str = r"spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Smsc\\Client\\')) {
        require '/client/src/' . str_replace('\\', '/', substr($class, 12)) . '.php';
    }
});
";

/// Installs the packages, and runs the examples of the command, of C and of PHP.
pub(super) fn packages(dist: &Path) -> Result<(), String> {
    let root = Root::new("deb", dist, &format!("{COMPILER} cmake make curl"))?;
    let printed = root.run("apt-get install -y -qq --no-install-recommends /dist/*.deb >/root/installed.txt; grep '^Setting up.*smsc' /root/installed.txt")?;
    println!("-- apt-get install /dist/*.deb\n{printed}");
    put_examples(&root)?;
    for (command, expected) in examples::commands("## The command line")? {
        compare(&command, &root.run_alone(&format!("cd /root\n{command}"))?, &expected)?;
    }
    println!(
        "-- smsc --version\n{}",
        root.run("smsc --version; man_pages=$(ls /usr/share/man/man1/smsc*.gz | wc -l); echo \"$man_pages man pages\"")?
    );
    compile(&root)?;
    root.put("/root/CMakeLists.txt", CMAKE)?;
    let (_, expected) = of_c()?;
    let built = root.run("cd /root && cmake -S . -B build >/dev/null && cmake --build build >/dev/null && ./build/start")?;
    compare("the same with CMake", &built, &expected)?;
    compose(&root)?;
    php(&root, dist, COMPOSED)?;
    plain_php(&root)?;
    root.run("apt-get purge -y -qq smsc libsmsc-proto-dev php-smsc-proto >/dev/null; ! command -v smsc; test ! -e /etc/php/*/cli/conf.d/*smsc_proto.ini")?;
    root.remove()
}

/// Unpacks the C library below `/usr/local`, and builds the extension with it, for PECL and as PIE does.
pub(super) fn archives(dist: &Path) -> Result<(), String> {
    let root = Root::new("archives", dist, &format!("{COMPILER} php-cli php-dev php-pear php-xml make"))?;
    for library in [c::LIBRARY, c::COLUMNS] {
        root.run(&format!("tar -xzf /dist/{}.tar.gz -C /usr/local --strip-components=1", c::name(library)?))?;
    }
    root.run("ldconfig")?;
    put_examples(&root)?;
    compile(&root)?;
    columns(&root)?;
    let name = pecl::name(&version()?);
    root.run(&format!("pecl install --configureoptions 'with-smsc-proto=\"/usr/local\"' /dist/{name}.tgz 2>&1"))?;
    enable(&root)?;
    println!("-- pecl install {name}.tgz, with the library in /usr/local\n{}", root.run("pecl list")?);
    php(&root, dist, CLIENT)?;
    root.run("rm $(php-config --extension-dir)/smsc_proto.so")?;
    let as_pie = format!(
        "mkdir /pie && tar -xzf /dist/php_{name}-src.tgz -C /pie && cd /pie && phpize && ./configure --with-smsc-proto=/usr/local && make && make install"
    );
    root.run(&format!("{{ {as_pie}; }} 2>&1"))?;
    println!("-- php_{name}-src.tgz, built as PIE does");
    php(&root, dist, CLIENT)?;
    root.remove()
}

/// Lets PHP load the extension.
pub(super) fn enable(root: &Root) -> Result<(), String> {
    root.run("ini=/etc/php/$(php -r 'echo PHP_MAJOR_VERSION, \".\", PHP_MINOR_VERSION;')/mods-available/smsc_proto.ini\necho extension=smsc_proto >\"$ini\" && phpenmod smsc_proto").map(drop)
}

/// Puts the examples where the commands of docs/start.md look for them.
fn put_examples(root: &Root) -> Result<(), String> {
    root.put("/root/examples/c/start.c", &examples::programs("## C and C++", "c")?.concat())?;
    // In windows-1251, so that it is no text.
    let batch = run::root().join("examples/batch.txt");
    root.copy(&batch, "/root/examples/batch.txt")
}

/// Compiles the program in C with pkg-config, and runs it.
fn compile(root: &Root) -> Result<(), String> {
    let (command, expected) = of_c()?;
    compare(&command, &root.run(&format!("cd /root\n{command}"))?, &expected)
}

/// Compiles the program that reads columns, with pkg-config, and runs it.
fn columns(root: &Root) -> Result<(), String> {
    let tests = run::root().join("bindings/c-columns/tests");
    root.put("/root/consumer.c", &read(tests.join("consumer.c"))?)?;
    let command = "cd /root && gcc consumer.c $(pkg-config --cflags --libs smsc_columns) -o consumer && ./consumer /root";
    compare(command, &root.run(command)?, &read(tests.join("expected.txt"))?.replace("FOLDER", "/root"))
}

fn of_c() -> Result<(String, String), String> {
    let commands = examples::commands("## C and C++")?;
    let of_library = commands.into_iter().find(|(command, _)| command.contains("start.c"));
    of_library.ok_or_else(|| "docs/start.md: expected the command that compiles start.c".to_owned())
}

/// Installs the Composer packages with Composer, without the network.
fn compose(root: &Root) -> Result<(), String> {
    root.run("apt-get install -y -qq --no-install-recommends composer php-zip >/dev/null; mkdir /artifacts; cp /dist/smsc-proto-client-*.tar.gz /dist/smsc-proto-polyfill-*.tar.gz /artifacts")?;
    root.put("/app/composer.json", COMPOSER)?;
    root.run_alone("cd /app && COMPOSER_ALLOW_SUPERUSER=1 composer install --no-interaction --no-progress 2>&1")?;
    println!("-- composer install\n{}", root.run_alone("cd /app && COMPOSER_ALLOW_SUPERUSER=1 composer show 2>/dev/null")?);
    Ok(())
}

/// Runs the programs in PHP, with the extension, and the client, which `loader` loads.
pub(super) fn php(root: &Root, dist: &Path, loader: &str) -> Result<(), String> {
    let programs = examples::programs("## PHP", "php")?.concat();
    // `use` comes before everything else.
    let (imports, rest): (Vec<_>, Vec<_>) = programs.lines().partition(|line| line.starts_with("use "));
    root.put("/root/start.php", &format!("<?php\n{}\n{loader}{}\n", imports.join("\n"), rest.join("\n")))?;
    root.run(&format!(
        "rm -rf /client && mkdir /client && tar -xzf /dist/smsc-proto-client-{}.tar.gz -C /client --strip-components=1",
        version()?
    ))?;
    // The client's own transport is on curl.
    root.run("apt-get install -y -qq --no-install-recommends php-cli php-curl >/dev/null")?;
    let printed = root.run_beside_standin(dist, "php /root/start.php")?;
    compare("php start.php: the examples of docs/start.md", &printed, &examples::printed(&programs, "//= "))
}

/// Runs the example in the README of the package in plain PHP, without the extension.
fn plain_php(root: &Root) -> Result<(), String> {
    let page = read("bindings/php/polyfill/README.md")?;
    let example = page.split("```php\n").skip(2).find_map(|rest| rest.split("```").next());
    let example = example.ok_or("the README of the package in plain PHP: expected an example")?;
    root.put("/root/plain.php", &format!("<?php\nrequire '/plain/bootstrap.php';\n{example}"))?;
    root.run(&format!("mkdir /plain && tar -xzf /dist/smsc-proto-polyfill-{}.tar.gz -C /plain --strip-components=1", version()?))?;
    let printed = root.run("php -n /root/plain.php")?;
    compare("php -n plain.php: the example of the package in plain PHP", &printed, &examples::printed(example, "//= "))
}
