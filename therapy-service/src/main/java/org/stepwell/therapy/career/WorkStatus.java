package org.stepwell.therapy.career;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.telling.Told;

/** How a patient stands to work and school as of a day; never changed, another word of the same day stands instead of it. */
@Entity
class WorkStatus {

    /** What is told, in the codes of the state's report. */
    record What(Employment employment, @Nullable NotInLaborForce notInLaborForce, Education education) {

        What {
            if ((employment == Employment.NOT_IN_LABOR_FORCE) != (notInLaborForce != null)) {
                throw CareerRule.NOT_IN_LABOR_FORCE_SAYS_AS_WHAT.at(
                        "/notInLaborForce",
                        employment == Employment.NOT_IN_LABOR_FORCE
                                ? "Say as what, or OTHER."
                                : "Leave it out where the employment is %s.".formatted(employment));
            }
        }

        /** By the fields of the state's report at admission; at discharge their names end with _D. */
        Map<String, Integer> teds() {
            var teds = new TreeMap<String, Integer>();
            teds.put("EMPLOY", employment.tedsCode());
            teds.put("EDUC", education.tedsCode());
            if (notInLaborForce != null) {
                teds.put("DETNLF", notInLaborForce.tedsCode());
            }
            return teds;
        }
    }

    @Id
    private UUID id;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Employment employment;

    @Enumerated(EnumType.STRING)
    private @Nullable NotInLaborForce notInLaborForce;

    @Enumerated(EnumType.STRING)
    private Education education;

    private @Nullable StaffId writtenBy;
    private Instant toldAt;

    @SuppressWarnings("NullAway.Init")
    protected WorkStatus() {}

    /** @param said as of which day; today where it is null */
    WorkStatus(UUID id, Told told, What what, @Nullable LocalDate said) {
        var stay = told.stay();
        this.day = said == null ? stay.today() : said;
        if (!stay.holds(day)) {
            throw CareerRule.WORK_STATUS_OF_A_DAY_IN_THE_PROGRAM.at("/date", stay.days());
        }
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.employment = what.employment();
        this.notInLaborForce = what.notInLaborForce();
        this.education = what.education();
        this.writtenBy = told.writtenBy();
        this.toldAt = told.at();
    }

    LocalDate day() {
        return day;
    }

    /** @param replaced whether another word of the same day was told later */
    WorkStatusView view(boolean replaced) {
        var what = new What(employment, notInLaborForce, education);
        return new WorkStatusView(
                day, employment, notInLaborForce, education, what.teds(), replaced, toldAt, writtenBy);
    }
}
