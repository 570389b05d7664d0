package org.stepwell.therapy.medication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A check that has something against an order.
 *
 * @param detail the values that it goes by
 */
@Schema(name = "MedicationFinding")
record Finding(
        Check check,
        Check.Grade grade,

        @Schema(examples = "Liver tests are noted before naltrexone is given.")
        String sentence,

        @Schema(examples = "No test is noted. Note its day, or say why it is not waited for.")
        String detail) {}
