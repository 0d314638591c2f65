<?php

namespace Smsc\Polyfill;

/**
 * Parses single values (R3a, R30, R32, R39).
 *
 * @internal
 */
final class Values
{
    /** The greatest values of the fields. */
    private const MAX = ['err' => 0x7FFFFFFF, 'last_timestamp' => 1 << 40, 'send_timestamp' => 1 << 40];

    /**
     * Parses numbers, and returns them by their names. Returns null if a number is invalid or out
     * of range. Empty numbers and timestamps of 0 are absent.
     */
    public static function numbers(array $names, array $fields): ?array
    {
        $numbers = [];
        foreach ($names as $index => $name) {
            $field = $fields[$index];
            if ($name === 'status') {
                if (preg_match('/\A-?\d{1,10}\z/', $field) !== 1 || (int)$field > 0x7FFFFFFF || (int)$field < -0x80000000) {
                    return null;
                }
                $numbers[$name] = (int)$field;
            } elseif ($field !== '') {
                if (strspn($field, '0123456789') !== strlen($field) || (int)$field > self::MAX[$name]) {
                    return null;
                }
                if ($name === 'err' || (int)$field !== 0) {
                    $numbers[$name] = (int)$field;
                }
            }
        }
        return $numbers;
    }

    /** Returns whether a field is a cost, not empty. */
    public static function isCost(string $field): bool
    {
        return preg_match('/\A\d+(?:\.\d{1,4})?\z/', $field) === 1;
    }

    /** Returns the record with its id; null if the id is invalid. An empty id is absent. */
    public static function withId(array $record, string $field): ?array
    {
        if ($field === '') {
            return $record;
        }
        $id = self::id($field);
        return $id === null ? null : $record + ['id' => $id];
    }

    /**
     * Returns an id, a number or a text; null if it is invalid.
     *
     * @return int|string|null
     */
    public static function id(string $id)
    {
        if ($id !== '' && strspn($id, '0123456789') === strlen($id)) {
            return (int)$id >= 1 && (int)$id <= 0x7FFFFFFF ? (int)$id : null;
        }
        return preg_match('/\A(?!-\d+\z)[A-Za-z0-9._-]{1,40}\z/', $id) === 1 ? $id : null;
    }
}
