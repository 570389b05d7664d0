/**
 * Counseling notes (42 CFR 2.11, psychotherapy notes of 45 CFR 164.501): what a clinician writes for themselves about what was said, kept
 * apart from the record. Nothing of it leaves this package: no event, no task, no disclosure, no search.
 */
@NullMarked
package org.stepwell.therapy.counselingnote;

import org.jspecify.annotations.NullMarked;
