package org.stepwell.aftercare.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;

/** A time of aftercare that a readmission ended: after which episode, since when, until when. */
record Stint(AftercarePlanId plan, EpisodeId episode, LocalDate activeFrom, Instant pausedAt) {}
