package org.stepwell.enrollment.partner;

import org.stepwell.contracts.id.PartnerId;

/** What ends with a partnership, as whoever ends it tells it. */
public interface EndOfPartnership {

    /** We work with this partner no more. */
    void ended(PartnerId partner);
}
