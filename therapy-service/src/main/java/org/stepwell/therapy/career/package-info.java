/**
 * Career assistance: how a patient stands to work and school over time, what they want to reach, what is in the way and which skills were
 * worked on. What a patient tells is taken as told. Applications and jobs are in {@code job}.
 */
@NullMarked
package org.stepwell.therapy.career;

import org.jspecify.annotations.NullMarked;
