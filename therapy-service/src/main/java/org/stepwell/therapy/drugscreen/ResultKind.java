package org.stepwell.therapy.drugscreen;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure a result is. */
@Schema(name = "DrugScreenResultKind")
enum ResultKind {
    /** Of an immunoassay: quick, and wrong at times. */
    PRESUMPTIVE,
    /** Of a definitive method, such as LC-MS: it counts in the place of the presumptive one. */
    CONFIRMED
}
