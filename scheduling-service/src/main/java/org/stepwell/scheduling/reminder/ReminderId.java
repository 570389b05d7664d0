package org.stepwell.scheduling.reminder;

import java.util.UUID;
import org.stepwell.contracts.id.Id;

/** A message to a patient, as mail servers and gateways know it. */
record ReminderId(UUID value) implements Id {}
