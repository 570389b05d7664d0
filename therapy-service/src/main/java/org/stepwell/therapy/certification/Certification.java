package org.stepwell.therapy.certification;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.stepwell.contracts.id.CertificationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.CertificationSigned;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.therapy.roster.Credential;

/**
 * A physician certified that the patient needs nine hours a week at least, is severely impaired in several areas of life, can
 * take part, and is treated under a plan of their own. Signed once, never changed.
 */
@Entity
class Certification {

    @EmbeddedId
    private CertificationId id;

    private EpisodeId episode;
    private PatientId patient;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private int weeklyMinutes;
    private StaffId signer;
    private String credentials;
    private Instant signedAt;

    /** Of whom it is said: somebody in the program since a day. */
    record Whom(EpisodeId episode, PatientId patient, LocalDate since, boolean in) {}

    /** Who says it, and by what right. */
    record Signer(StaffId staff, List<String> credentials) {}

    @SuppressWarnings("NullAway.Init")
    protected Certification() {}

    private Certification(
            CertificationId id,
            Whom whom,
            LocalDate from,
            LocalDate through,
            int weeklyMinutes,
            Signer by,
            Instant now) {
        this.id = id;
        this.episode = whom.episode();
        this.patient = whom.patient();
        this.firstDay = from;
        this.lastDay = through;
        this.weeklyMinutes = weeklyMinutes;
        this.signer = by.staff();
        this.credentials = String.join(", ", by.credentials().stream().sorted().toList());
        this.signedAt = now;
    }

    /** Signs; by a physician, of somebody who is in, from a day that has come. */
    static Certification sign(
            CertificationId id,
            Whom whom,
            CertificationForm form,
            Signer by,
            Clocked clocked,
            CertificationSettings settings,
            Stands stands) {
        var needed = settings.credentials().stream().map(Credential::new).collect(Collectors.toSet());
        if (by.credentials().stream().map(Credential::new).noneMatch(needed::contains)) {
            throw new Refusal(
                    CertificationRule.PHYSICIANS_CERTIFY,
                    "Your credentials are %s; one of %s is needed."
                            .formatted(by.credentials(), settings.credentials()));
        }
        if (!whom.in()) {
            throw new Refusal(
                    CertificationRule.CERTIFIED_WHILE_IN, "Episode %s is not running.".formatted(whom.episode()));
        }
        var from = form.from() == null ? clocked.today() : form.from();
        if (from.isAfter(clocked.today()) || from.isBefore(whom.since())) {
            throw new Refusal(
                    CertificationRule.CERTIFIED_FROM_A_DAY_THAT_CAME,
                    "Choose a day from %s to %s.".formatted(whom.since(), clocked.today()),
                    List.of(new FieldError("/from", "from %s to %s".formatted(whom.since(), clocked.today()))));
        }
        form.mustCertifyAll();
        return new Certification(
                id, whom, from, through(from, stands.days(from)), form.weeklyMinutes(), by, clocked.now());
    }

    /** The day by which the next certification is due: it still stands on that day. */
    static LocalDate through(LocalDate from, int days) {
        return from.plusDays(days);
    }

    /** For how many days a certification from a day stands, by the rules of the program. */
    interface Stands {
        int days(LocalDate from);
    }

    /** Now, and what day that is in the clinic. */
    record Clocked(Instant now, LocalDate today) {}

    CertificationSigned said() {
        return new CertificationSigned(patient, episode, id, firstDay, lastDay, signer, signedAt);
    }

    CertificationId id() {
        return id;
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    int weeklyMinutes() {
        return weeklyMinutes;
    }

    StaffId signer() {
        return signer;
    }

    String credentials() {
        return credentials;
    }

    Instant signedAt() {
        return signedAt;
    }
}
