package org.stepwell.therapy.job;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an application has come; the patient declines, and the employer rejects. */
@Schema(name = "JobApplicationState")
enum ApplicationState {
    DRAFT,
    SENT,
    INTERVIEW,
    OFFER,
    ACCEPTED,
    DECLINED,
    REJECTED;

    Set<ApplicationState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENT, DECLINED);
            case SENT -> EnumSet.of(INTERVIEW, OFFER, DECLINED, REJECTED);
            case INTERVIEW -> EnumSet.of(OFFER, DECLINED, REJECTED);
            case OFFER -> EnumSet.of(ACCEPTED, DECLINED, REJECTED);
            case ACCEPTED -> EnumSet.of(DECLINED, REJECTED);
            case DECLINED, REJECTED -> EnumSet.noneOf(ApplicationState.class);
        };
    }
}
