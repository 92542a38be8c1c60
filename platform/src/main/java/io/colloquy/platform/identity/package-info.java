/**
 * Who is calling: verified access tokens and roles. Tokens are issued by one service and verified here with the public key.
 * No database is asked.
 */
package io.colloquy.platform.identity;
