/**
 * What people say answers are, and what that says of the machines that score them. {@link io.colloquy.reports.labels.Consensus}
 * and {@link io.colloquy.reports.labels.Calibration} are pure; the export has the form that the command evaluate-answers reads.
 * Labels are for staff: candidates never see them, and no score changes by one.
 */
package io.colloquy.reports.labels;
