package org.stepwell.aftercare.nextstep;

import java.time.LocalDate;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;

/** A step that waits for the answer of whoever is to receive the patient. */
public record ReferredStep(NextStepId id, PatientId patient, EpisodeId episode, NextStepKind kind, LocalDate date) {}
