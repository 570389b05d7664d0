package org.stepwell.aftercare.plan;

import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** A plan of somebody who left the program: the weekly check-in is due. */
public record ActivePlan(AftercarePlanId id, PatientId patient, EpisodeId episode) {}
