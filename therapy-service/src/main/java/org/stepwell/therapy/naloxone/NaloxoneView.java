package org.stepwell.therapy.naloxone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;

/** An offer as it is shown. */
@Schema(name = "NaloxoneOffer")
record NaloxoneView(
        UUID id, EpisodeId episode, NaloxoneAnswer answer, LocalDate date, StaffId recordedBy, Instant recordedAt) {}
