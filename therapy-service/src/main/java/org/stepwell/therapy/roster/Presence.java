package org.stepwell.therapy.roster;

import java.time.LocalDate;
import org.stepwell.contracts.id.SessionId;

/** A session, and whether a patient was at it in an episode. */
public record Presence(SessionId session, LocalDate day, boolean attended) {}
