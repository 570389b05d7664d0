/**
 * Medication for opioid and alcohol use disorder: what prescribers order, what is held against it, which doses were given and taken,
 * when an injection is due, and what a patient takes from elsewhere.
 */
@NullMarked
package org.stepwell.therapy.medication;

import org.jspecify.annotations.NullMarked;
