/**
 * Who may come in: organisations, users, passwords, access and refresh tokens. This is the only issuer of tokens; all others
 * verify with the public key. What is kept lives in Postgres schema {@code identity}, a system of record.
 */
package io.colloquy.ingest.identity;
