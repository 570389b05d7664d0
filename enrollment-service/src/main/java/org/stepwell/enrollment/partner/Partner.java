package org.stepwell.enrollment.partner;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.enrollment.EnrollmentState.PartnerChanged;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** A house or office that sends people to the clinic, and may be told of them where they consent. */
@Entity
public class Partner {

    @EmbeddedId
    private PartnerId id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private PartnerKind kind;

    private String name;
    private @Nullable String address;
    private @Nullable String phone;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Partner() {}

    Partner(PartnerId id, Details details) {
        this.id = id;
        describe(details);
    }

    /** What a partner is described by; public, as on a letterhead. */
    record Details(
            PartnerKind kind,
            String name,
            @Nullable String address,
            @Nullable String phone) {}

    final void describe(Details details) {
        mustGoOn();
        kind = details.kind();
        name = details.name();
        address = details.address();
        phone = details.phone();
    }

    /** We work together no more; what was referred stays. */
    void end(Instant now) {
        mustGoOn();
        endedAt = now;
    }

    /** Refuses what only a partner may do with whom we still work; the field that names them, where one does. */
    public void mustGoOn(FieldError... at) {
        if (endedAt != null) {
            throw new Refusal(PartnerRule.PARTNERSHIP_IS_OVER, "It ended at %s.".formatted(endedAt), List.of(at));
        }
    }

    /** What the other services are told. */
    PartnerChanged said(Instant now) {
        return new PartnerChanged(id, kind.recipient(), active(), now);
    }

    /** How a consent names them. */
    public Recipient recipient() {
        return new Recipient(kind.recipient(), id.value());
    }

    /** What they are. */
    public PartnerKind kind() {
        return kind;
    }

    /** What they are called. */
    public String name() {
        return name;
    }

    /** Where they are. */
    @Nullable
    public String address() {
        return address;
    }

    @Nullable
    String phone() {
        return phone;
    }

    /** Which partner. */
    public PartnerId id() {
        return id;
    }

    int version() {
        return version;
    }

    boolean active() {
        return endedAt == null;
    }
}
