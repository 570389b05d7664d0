package org.stepwell.therapy.drugscreen;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;

/** How often somebody is screened at random, and for what; never on which days. */
@Schema(name = "DrugScreenPlan")
record ScreenPlanView(
        EpisodeId episode,
        @Schema(examples = "4") int times,
        @Schema(examples = "28") int perDays,
        @Schema(examples = "2") int apartDays,
        @Schema(examples = "65750-2") String panel,
        List<String> analytes,
        ScreenWhat.Confirmation confirmation,
        StaffId setBy,
        Instant setAt,
        int version) {}
