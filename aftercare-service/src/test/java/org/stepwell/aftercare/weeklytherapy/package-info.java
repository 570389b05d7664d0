/** Weekly therapy after discharge, here or elsewhere: which weeks were kept, and whoever had none for two weeks running. */
@NullMarked
package org.stepwell.aftercare.weeklytherapy;

import org.jspecify.annotations.NullMarked;
