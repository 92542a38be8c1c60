/**
 * The deployment files, held against the code. Compose and chart give each service exactly the variables that it reads, and
 * every documented path leads to the service that answers it. No container runs here; see {@code docs/deployment.md} for
 * what that leaves open.
 */
package io.colloquy.local.deployment;
