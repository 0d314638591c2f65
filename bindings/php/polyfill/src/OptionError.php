<?php

namespace Smsc;

/**
 * Thrown if an option has an invalid value, or one that needs the extension. The message names the
 * option and the expected values.
 */
class OptionError extends \ValueError
{
}
