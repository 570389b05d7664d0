package org.stepwell.therapy.naloxone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an offer; one to which nobody answered is one, too. */
@Schema(name = "NaloxoneAnswer")
enum NaloxoneAnswer {
    OFFERED,
    ACCEPTED,
    DECLINED
}
