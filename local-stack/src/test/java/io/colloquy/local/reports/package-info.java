/** report-service on a real Postgres: what it shows of the real tables, and to whom. */
package io.colloquy.local.reports;
