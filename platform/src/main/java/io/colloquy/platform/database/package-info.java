/**
 * Postgres, with the tenant set per transaction. Row-level security does the separation; this package only names the tenant.
 * Migrations are plain SQL.
 */
package io.colloquy.platform.database;
