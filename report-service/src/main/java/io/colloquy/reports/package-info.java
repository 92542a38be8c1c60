/**
 * report-service: everything that is read of interviews, and the reviewers' board.
 *
 * <p>{@link io.colloquy.reports.ReportService} wires the features, {@link io.colloquy.reports.ReportRoutes} lists their
 * paths. Nothing here writes: what is shown is the read model, opened at the last moment for whoever may see it.
 */
package io.colloquy.reports;
