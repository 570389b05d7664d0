/** The ledger of disclosures, on paper. */
@NullMarked
package org.stepwell.enrollment.ledger;

import org.jspecify.annotations.NullMarked;
