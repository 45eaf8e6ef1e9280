// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long the network of a model folder takes for a batch, on the CPU:
//   bench_bert MODEL_FOLDER [--rows N] [--tokens N] [--threads N] [--repeats N]
// Rows are as long as each other (no padding). Times are the fastest of the repeats, in milliseconds.
#include "base/error.h"
#include "nn/bert_torch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

using namespace lepton;

namespace {

template <class Work>
void report(const char* name, std::int64_t repeats, std::int64_t tokens, Work work)
{
    double best = 1e9;
    for (std::int64_t i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::printf("%-40s %8.1f ms %9.0f tokens/s\n", name, best * 1e3, static_cast<double>(tokens) / best);
}

void bench(const std::string& folder, std::map<std::string, std::int64_t>& options)
{
    at::set_num_threads(static_cast<int>(options["--threads"]));
    nn::LoadReport loaded;
    const auto model = nn::BertClassifier::load(folder, nn::readBertConfig(folder), loaded);
    model->initHead(2, 1);
    const std::int64_t rows = options["--rows"];
    const std::int64_t width = options["--tokens"];
    const std::int64_t repeats = options["--repeats"];
    const auto ids = torch::arange(rows * width, torch::kInt64)
                         .remainder(model->config().vocabularySize)
                         .view({rows, width});
    const auto mask = torch::ones({rows, width}, torch::kBool);
    nn::DropoutGenerator dropout(1);
    const auto step = [&](nn::DropoutGenerator* generator) {
        for (const auto& parameter : model->parameters())
            parameter.value.mutable_grad().reset();
        model->forward(ids, mask, generator).square().mean().backward();
    };
    std::printf("%lld rows of %lld tokens, %d threads\n", static_cast<long long>(rows),
                static_cast<long long>(width), at::get_num_threads());
    report("forward without gradients", repeats, rows * width, [&] {
        const c10::InferenceMode noGradients;
        model->forward(ids, mask, nullptr);
    });
    report("forward without dropout", repeats, rows * width, [&] { model->forward(ids, mask, nullptr); });
    report("forward with dropout", repeats, rows * width, [&] { model->forward(ids, mask, &dropout); });
    report("forward, backward without dropout", repeats, rows * width, [&] { step(nullptr); });
    report("forward, backward with dropout", repeats, rows * width, [&] { step(&dropout); });
    const auto like = torch::empty({rows, model->config().heads, width, width});
    report("mask of one layer's attention", repeats, rows * width, [&] { dropout.mask(like, 0.1); });
}

} // namespace

int main(int count, char** arguments)
{
    std::map<std::string, std::int64_t> options{
        {"--rows", 16}, {"--tokens", 64}, {"--threads", 2}, {"--repeats", 10}};
    if (count < 2 || count % 2 != 0) {
        std::fprintf(stderr,
                     "usage: bench_bert MODEL_FOLDER [--rows N] [--tokens N] [--threads N] [--repeats N]\n");
        return 2;
    }
    for (int i = 2; i + 1 < count; i += 2)
        options[arguments[i]] = std::stoll(arguments[i + 1]);
    try {
        bench(arguments[1], options);
    } catch (const base::Error& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return 1;
    }
    return 0;
}
