package org.stepwell.aftercare.plan;

import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** A plan in which something may still be arranged: a draft or an active one. */
public record OpenPlan(AftercarePlanId id, PatientId patient, EpisodeId episode) {}
