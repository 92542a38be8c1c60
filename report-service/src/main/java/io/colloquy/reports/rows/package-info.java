/**
 * Reads columns that may be null.
 *
 * <p>JDBC gives zero for null; here null stays null. Used by every feature's queries.
 */
package io.colloquy.reports.rows;
