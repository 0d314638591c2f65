//! The tests of the client package, run by `PHPUnit` against `smsc serve`.

use std::path::Path;

use crate::built;
use crate::clients::passed_in_phpunit;
use crate::run::{Invocation, Step};

const TESTS: &str = "bindings/php/client/tests";

/// PHP with the extension and the modules of its ini files, which `PHPUnit` and the HTTP clients need.
const PHPUNIT: &str = r#"exec php -d extension="$SMSC_EXTENSION" "$(command -v phpunit)" --configuration "$1""#;

/// Returns the checks of the client with a built extension.
pub(super) fn steps(module: &Path) -> [Step; 2] {
    let tests = Invocation::new("sh").args(["-ec", PHPUNIT, "sh", TESTS]).env("SMSC_EXTENSION", module).env("SMSC", built::smsc());
    [built::step(), Step::check("PHP: client, with curl, Guzzle and Symfony", || tests.run_counted(passed_in_phpunit))]
}
