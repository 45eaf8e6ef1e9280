// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Functions of plain loops that the compiler turns into vector instructions, once for each kind of processor:
//
//     LEPTON_BODY void scaleBody(float* x, std::size_t count) { for ... }
//     LEPTON_FOR_EACH_PROCESSOR(scale, (float* x, std::size_t count), (x, count))
//
// makes scale(), which takes the widest instructions of the processor that it runs on. What the body calls
// must be a LEPTON_BODY as well.

#define LEPTON_BODY inline __attribute__((always_inline))

// Not target_clones, which knows no combinations of instruction sets, and whose resolver functions do not go
// with sanitizers.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define LEPTON_FOR_EACH_PROCESSOR(name, parameters, arguments)                                               \
    namespace {                                                                                              \
    __attribute__((target(                                                                                   \
        "avx512f,avx512vl,avx512dq,avx512bw,fma,prefer-vector-width=512"))) void name##Avx512 parameters     \
    {                                                                                                        \
        name##Body arguments;                                                                                \
    }                                                                                                        \
    __attribute__((target("avx2,fma"))) void name##Avx2 parameters                                           \
    {                                                                                                        \
        name##Body arguments;                                                                                \
    }                                                                                                        \
    }                                                                                                        \
    void name parameters                                                                                     \
    {                                                                                                        \
        if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))                        \
            return name##Avx512 arguments;                                                                   \
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))                                 \
            return name##Avx2 arguments;                                                                     \
        name##Body arguments;                                                                                \
    }
#else
#define LEPTON_FOR_EACH_PROCESSOR(name, parameters, arguments)                                               \
    void name parameters                                                                                     \
    {                                                                                                        \
        name##Body arguments;                                                                                \
    }
#endif
