/** Whom the program told what about a patient: disclosures of all services in one list, 42 CFR 2.25. */
@NullMarked
package org.stepwell.enrollment.ledger;

import org.jspecify.annotations.NullMarked;
