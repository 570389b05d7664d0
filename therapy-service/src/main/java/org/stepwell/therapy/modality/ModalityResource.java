package org.stepwell.therapy.modality;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Modality;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.therapy.modality.Treatment.Unit;
import org.stepwell.therapy.modality.Treatments.Here;

/** The treatments of the clinic, and what each is for. */
@Path("modalities")
class ModalityResource {

    private static final String SERVES = "which of the eight goals it is given for";

    private final Treatments treatments;
    private final TreatmentsOfTheHouse house;
    private final Clock clock;

    ModalityResource(Treatments treatments, TreatmentsOfTheHouse house, Clock clock) {
        this.treatments = treatments;
        this.house = house;
        this.clock = clock;
    }

    /** Something that is taught. */
    @Schema(name = "CurriculumUnit")
    record UnitForm(
            @Schema(
                    examples = "Coping with craving",
                    description =
                            "as long as scheduling takes for the curriculum of a group, so that it can be copied there")
            @NotBlank
            @Size(max = 80)
            String title,

            @Schema(description = "some of the goals of its treatment") @NotNull @Size(min = 1, max = 8)
            Set<@NotNull TreatmentGoal> serves) {

        private static UnitForm of(Unit unit) {
            return new UnitForm(unit.title(), unit.serves());
        }

        private Unit unit() {
            return new Unit(title, serves);
        }
    }

    /** What a clinic says of a treatment. */
    @Schema(name = "ModalityForm")
    record ModalityForm(
            @Schema(description = SERVES) @NotNull @Size(min = 1, max = 8)
            Set<@NotNull TreatmentGoal> serves,

            @Schema(description = "what it teaches, in this order; none where it has no curriculum")
            @NotNull
            @Size(max = 60)
            List<@NotNull @Valid UnitForm> units,

            @Schema(
                    examples = "[\"MD\", \"DO\", \"NP\"]",
                    description =
                            "any of which whoever answers for it in a plan needs; none where nobody is asked for any")
            @NotNull
            @Size(max = 40)
            List<@NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9 .-]{0,19}") String> credentials) {

        private Treatment treatment() {
            return new Treatment(serves, units.stream().map(UnitForm::unit).toList(), credentials);
        }
    }

    /** A treatment in this clinic. */
    @Schema(name = "ModalityView")
    record ModalityView(
            Modality modality,

            @Schema(
                    examples = "You see somebody who prescribes: what helps against craving or with your mood.",
                    description = "what it is, for whoever is in the program")
            String inPlainWords,

            @Schema(description = SERVES) Set<TreatmentGoal> serves,
            List<UnitForm> units,

            @Schema(examples = "[\"MD\", \"DO\", \"NP\"]") List<String> credentials,

            @Schema(examples = "0", description = "0 while it is as it comes with Stepwell")
            int version) {}

    /** One of the eight goals. */
    @Schema(name = "TreatmentGoalView")
    record GoalView(
            TreatmentGoal goal,

            @Schema(
                    examples = "Staying away from alcohol and drugs, on hard days too.",
                    description = "what it means for whoever is in the program")
            String inPlainWords) {}

    /** What is done here, and what for. */
    @Schema(name = "Modalities")
    record ModalitiesView(List<GoalView> goals, List<ModalityView> modalities) {}

    @GET
    @Transactional
    @Guard(Policy.CLINIC_MEMBERS_READ)
    @Operation(
            summary = "Read which treatments there are, what each is for, what it teaches and who may answer for it",
            description =
                    "For patients too, in plain words. The units are the clinic's catalogue; which of them a group goes through,"
                            + " scheduling keeps.")
    public ModalitiesView list() {
        return new ModalitiesView(
                Arrays.stream(TreatmentGoal.values())
                        .map(goal -> new GoalView(goal, goal.inPlainWords()))
                        .toList(),
                treatments.all().stream().map(this::view).toList());
    }

    @PUT
    @Path("{modality}")
    @Transactional
    @Guard(Policy.ADMINISTRATORS_SET_UP)
    @Operation(
            summary = "Say which goals a treatment serves in this clinic, what it teaches and who may answer for it",
            description = "All of it, with If-Match; version 0 is what comes with Stepwell.")
    public RestResponse<ModalityView> change(
            Modality modality, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid ModalityForm form) {
        var said = form.treatment();
        var by = ClinicContext.current().orElseThrow().actor();
        var now = clock.instant();
        int before = treatments.lockedVersion(modality, by, now);
        IfMatch.require(version, before);
        var changed = treatments.replace(modality, before, said, by, now);
        return Answers.versioned(view(changed), changed.version());
    }

    private ModalityView view(Here here) {
        var treatment = here.treatment();
        return new ModalityView(
                here.modality(),
                house.inPlainWords(here.modality()),
                treatment.serves(),
                treatment.units().stream().map(UnitForm::of).toList(),
                treatment.credentials(),
                here.version());
    }
}
