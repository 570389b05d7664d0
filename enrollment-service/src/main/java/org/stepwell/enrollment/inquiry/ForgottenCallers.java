package org.stepwell.enrollment.inquiry;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Whoever called is forgotten in time: what they said is erased, and only that somebody called stays, for the count. Who became
 * a patient is known by their record.
 */
@Singleton
class ForgottenCallers implements DueDoor {

    private static final String KIND = "caller-forgotten";

    private final Inquiries inquiries;
    private final Due due;
    private final Duration keep;

    ForgottenCallers(
            Inquiries inquiries, Due due, @ConfigProperty(name = "stepwell.inquiries.callers-kept") Duration keep) {
        this.inquiries = inquiries;
        this.due = due;
        this.keep = keep;
    }

    void remember(Inquiry inquiry) {
        due.at(KIND, inquiry.id(), inquiry.receivedAt().plus(keep));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        inquiries.of(new InquiryId(subject)).forget();
    }
}
