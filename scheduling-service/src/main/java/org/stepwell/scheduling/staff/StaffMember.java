package org.stepwell.scheduling.staff;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Somebody who works at the clinic. */
@Entity
class StaffMember {

    @EmbeddedId
    private StaffId id;

    @Version
    private int version;

    private String name;

    @Column(columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> credentials;

    private boolean active;

    @AttributeOverride(name = "value", column = @Column(name = "supervisor_id"))
    private @Nullable StaffId supervisor;

    @SuppressWarnings("NullAway.Init")
    StaffMember() {}

    StaffMember(StaffId id, About about) {
        this.id = id;
        describe(about);
    }

    /**
     * What is known of somebody.
     *
     * @param supervisor who answers for their work, where somebody does
     */
    record About(
            String name,
            List<String> credentials,
            boolean active,
            @Nullable StaffId supervisor) {}

    boolean is(About about) {
        return new About(name, credentials(), active, supervisor).equals(about);
    }

    StaffChanged change(About about, Instant now) {
        describe(about);
        return told(now);
    }

    private void describe(About about) {
        if (id.equals(about.supervisor())) {
            throw new Refusal(
                    StaffRule.SUPERVISED_BY_ANOTHER,
                    "Name somebody else.",
                    List.of(new FieldError("/supervisor", "somebody else")));
        }
        name = about.name();
        credentials = List.copyOf(about.credentials());
        active = about.active();
        supervisor = about.supervisor();
    }

    StaffChanged told(Instant now) {
        return new StaffChanged(id, List.copyOf(credentials), active, supervisor, now);
    }

    StaffId id() {
        return id;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    List<String> credentials() {
        return List.copyOf(credentials);
    }

    @Nullable
    StaffId supervisor() {
        return supervisor;
    }

    boolean active() {
        return active;
    }
}
