package org.stepwell.aftercare.support;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.id.SupportPersonId;

/** Somebody who supports a patient; whoever does no more is forgotten. */
@Entity
class SupportPerson {

    @EmbeddedId
    private SupportPersonId id;

    @Version
    private int version;

    private PatientId patient;
    private @Nullable String said;
    private String topics;
    private @Nullable StaffId writtenBy;
    private Instant saidAt;
    private @Nullable Instant forgottenAt;

    @SuppressWarnings("NullAway.Init")
    protected SupportPerson() {}

    SupportPerson(SupportPersonId id, PatientId patient, Said said) {
        this.id = id;
        this.patient = patient;
        is(said);
    }

    /**
     * What is said of them.
     *
     * @param sealed who they are and how they are reached
     * @param writtenBy who of the staff wrote it down; null where the patient did
     */
    record Said(
            String sealed,
            Set<SupportTopic> topics,
            @Nullable StaffId writtenBy,
            Instant at) {}

    /** All of it, whatever was said before. */
    final void is(Said now) {
        if (forgottenAt != null) {
            throw SupportRule.WHO_WAS_FORGOTTEN_IS_NAMED_ANEW.because("Name them anew; they have another id then.");
        }
        said = now.sealed();
        topics = now.topics().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        writtenBy = now.writtenBy();
        saidAt = now.at();
    }

    /** They support the patient no more: who they were is gone, and only the id stays. */
    void forget(Instant now) {
        said = null;
        topics = "";
        forgottenAt = forgottenAt == null ? now : forgottenAt;
    }

    SupportPersonId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    /** Of somebody who is not forgotten. */
    String sealed() {
        return Objects.requireNonNull(said);
    }

    boolean isForgotten() {
        return forgottenAt != null;
    }

    Set<SupportTopic> topics() {
        return SupportTopic.read(topics);
    }

    @Nullable
    StaffId writtenBy() {
        return writtenBy;
    }

    Instant saidAt() {
        return saidAt;
    }
}
